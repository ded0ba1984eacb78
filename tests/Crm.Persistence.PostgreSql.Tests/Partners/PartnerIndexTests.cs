using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.PostgreSql.Tests.Partners;

public sealed class PartnerIndexTests(PostgreSqlFixture fixture) : PartnerIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
