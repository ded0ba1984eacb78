using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalAttackTests(PostgreSqlFixture fixture) : PortalAttackSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
