using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class CustomerKeyTests(SqliteFixture fixture) : CustomerKeySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
