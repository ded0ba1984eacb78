using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.Sqlite.Tests.Partners;

public sealed class DealTests(SqliteFixture fixture) : DealSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
