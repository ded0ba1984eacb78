using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class CustomerSearchTests(SqliteFixture fixture) : CustomerSearchSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
