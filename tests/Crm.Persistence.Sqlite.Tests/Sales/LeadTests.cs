using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class LeadTests(SqliteFixture fixture) : LeadSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
