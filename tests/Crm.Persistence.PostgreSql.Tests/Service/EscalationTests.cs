using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class EscalationTests(PostgreSqlFixture fixture) : EscalationSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
