using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class CampaignTests(SqliteFixture fixture) : CampaignSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
