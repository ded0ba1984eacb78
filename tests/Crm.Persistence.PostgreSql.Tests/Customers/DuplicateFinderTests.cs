using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class DuplicateFinderTests(PostgreSqlFixture fixture) : DuplicateFinderSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
