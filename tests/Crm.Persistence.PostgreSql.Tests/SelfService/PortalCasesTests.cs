using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalCasesTests(PostgreSqlFixture fixture) : PortalCasesSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
