using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class LeadIndexTests(SqliteFixture fixture) : LeadIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
