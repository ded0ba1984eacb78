using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class DuplicateFinderTests(SqliteFixture fixture) : DuplicateFinderSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
