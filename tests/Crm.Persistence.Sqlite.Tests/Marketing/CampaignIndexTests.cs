using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class CampaignIndexTests(SqliteFixture fixture) : CampaignIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
