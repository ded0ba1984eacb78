using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class CareTests(SqliteFixture fixture) : CareSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
