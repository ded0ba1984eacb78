using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.PostgreSql.Tests.Partners;

public sealed class PartnerTests(PostgreSqlFixture fixture) : PartnerSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
