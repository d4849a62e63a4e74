-- Rules of retention ask the same clock as all others.
update private.retention_rules set is_over = replace(is_over, ' now()', ' private.now()');
