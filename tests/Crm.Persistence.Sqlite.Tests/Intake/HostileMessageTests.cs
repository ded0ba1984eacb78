using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.Sqlite.Tests.Intake;

public sealed class HostileMessageTests(SqliteFixture fixture) : HostileMessageSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
