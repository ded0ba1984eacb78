using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.PostgreSql.Tests.Intake;

public sealed class AutomaticMessageTests(PostgreSqlFixture fixture) : AutomaticMessageSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
