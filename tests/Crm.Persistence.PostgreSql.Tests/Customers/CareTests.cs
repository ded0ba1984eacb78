using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class CareTests(PostgreSqlFixture fixture) : CareSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
