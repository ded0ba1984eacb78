using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class CampaignResponseTests(SqliteFixture fixture) : CampaignResponseSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
