using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class CampaignTests(PostgreSqlFixture fixture) : CampaignSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
