using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.PostgreSql.Tests.Intake;

public sealed class IntakeTests(PostgreSqlFixture fixture) : IntakeSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
