using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.PostgreSql.Tests.Partners;

public sealed class PartnerPortalTests(PostgreSqlFixture fixture) : PartnerPortalSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
