using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.Sqlite.Tests.Model;

public sealed class QueryableTests(SqliteFixture fixture) : QueryableSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
