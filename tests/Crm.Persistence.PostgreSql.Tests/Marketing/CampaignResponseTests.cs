using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class CampaignResponseTests(PostgreSqlFixture fixture) : CampaignResponseSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
