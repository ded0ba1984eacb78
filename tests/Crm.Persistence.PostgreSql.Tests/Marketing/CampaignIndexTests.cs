using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class CampaignIndexTests(PostgreSqlFixture fixture) : CampaignIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
