using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class QuoteTests(SqliteFixture fixture) : QuoteSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
