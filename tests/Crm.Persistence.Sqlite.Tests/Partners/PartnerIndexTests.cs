using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.Sqlite.Tests.Partners;

public sealed class PartnerIndexTests(SqliteFixture fixture) : PartnerIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
