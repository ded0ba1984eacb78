using Crm.Persistence.Specification.Background;

namespace Crm.Persistence.Sqlite.Tests.Background;

public sealed class DueWorkTests(SqliteFixture fixture) : DueWorkSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
