using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalAccountTests(PostgreSqlFixture fixture) : PortalAccountSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
