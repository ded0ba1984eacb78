using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalDoorsTests(PostgreSqlFixture fixture) : PortalDoorsSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
