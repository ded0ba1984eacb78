using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class CampaignExpansionTests(PostgreSqlFixture fixture) : CampaignExpansionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
