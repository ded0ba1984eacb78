using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalVisitsTests(PostgreSqlFixture fixture) : PortalVisitsSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
