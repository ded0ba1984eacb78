using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class WorkRaceTests(SqliteFixture fixture) : WorkRaceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
