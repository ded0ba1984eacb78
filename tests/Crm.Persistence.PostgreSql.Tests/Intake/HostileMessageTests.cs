using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.PostgreSql.Tests.Intake;

public sealed class HostileMessageTests(PostgreSqlFixture fixture) : HostileMessageSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
