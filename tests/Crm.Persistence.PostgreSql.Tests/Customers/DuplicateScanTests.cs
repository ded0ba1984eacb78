using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class DuplicateScanTests(PostgreSqlFixture fixture) : DuplicateScanSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
