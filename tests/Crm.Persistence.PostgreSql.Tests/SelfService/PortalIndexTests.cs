using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalIndexTests(PostgreSqlFixture fixture) : PortalIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
