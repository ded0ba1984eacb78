using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.Sqlite.Tests.Partners;

public sealed class PartnerPortalTests(SqliteFixture fixture) : PartnerPortalSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
