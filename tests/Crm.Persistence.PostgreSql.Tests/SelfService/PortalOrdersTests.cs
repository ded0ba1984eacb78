using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalOrdersTests(PostgreSqlFixture fixture) : PortalOrdersSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
