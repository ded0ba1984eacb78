using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.Sqlite.Tests.Partners;

public sealed class PartnerTests(SqliteFixture fixture) : PartnerSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
