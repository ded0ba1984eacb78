using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.Sqlite.Tests.Orders;

public sealed class CatalogueTests(SqliteFixture fixture) : CatalogueSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
