using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.Sqlite.Tests.Intake;

public sealed class IntakeTests(SqliteFixture fixture) : IntakeSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
