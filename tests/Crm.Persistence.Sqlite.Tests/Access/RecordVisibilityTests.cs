using Crm.Persistence.Specification.Access;

namespace Crm.Persistence.Sqlite.Tests.Access;

public sealed class RecordVisibilityTests(SqliteFixture fixture) : RecordVisibilitySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
