using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class PortalActivityTests(PostgreSqlFixture fixture) : PortalActivitySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
