CREATE TABLE granted (word text);
CREATE TABLE withheld (word text);
GRANT SELECT, INSERT ON granted TO ${appRole};
