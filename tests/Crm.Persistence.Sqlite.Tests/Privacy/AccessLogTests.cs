using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class AccessLogTests(SqliteFixture fixture) : AccessLogSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
