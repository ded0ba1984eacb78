using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.Sqlite.Tests.Intake;

public sealed class AutomaticMessageTests(SqliteFixture fixture) : AutomaticMessageSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
