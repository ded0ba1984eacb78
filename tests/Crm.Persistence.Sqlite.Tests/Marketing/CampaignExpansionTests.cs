using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class CampaignExpansionTests(SqliteFixture fixture) : CampaignExpansionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
